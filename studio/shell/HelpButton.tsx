import { ActionIcon } from "@mantine/core";
import { IconHelp } from "@tabler/icons-react";
import { guideTitle } from "../explain/index.ts";
import { useStudio } from "../session/index.ts";

/** Opens the language guide beside what one is writing. */
export function HelpButton() {
  const { explained } = useStudio();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      style={{ color: "var(--soft)" }}
      aria-label={guideTitle}
      title={`${guideTitle} (F1)`}
      onClick={() => explained.set(() => guideTitle)}
    >
      <IconHelp size={17} aria-hidden />
    </ActionIcon>
  );
}
