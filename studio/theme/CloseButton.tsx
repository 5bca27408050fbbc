import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";

interface CloseButtonProps {
  /** Said and shown: `Back to the open case`. */
  readonly label: string;
  /** `Escape`, where a key does the same. */
  readonly shortcut?: string;
  readonly size: number;
  readonly className?: string | undefined;
  readonly onClick: () => void;
}

/** Takes what it stands on off the screen. */
export function CloseButton({ label, shortcut, size, className = "", onClick }: CloseButtonProps) {
  return (
    <ActionIcon
      className={className}
      variant="subtle"
      color="gray"
      aria-label={label}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      onClick={onClick}
    >
      <IconX size={size} style={{ color: "var(--soft)" }} aria-hidden />
    </ActionIcon>
  );
}
