import { Button } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import styles from "./header.module.css";

/** Opens the palette, and shows its key. */
export function SearchButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button
      className={styles["search"] ?? ""}
      variant="default"
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={<kbd className={styles["key"]}>Ctrl K</kbd>}
      title="Search or do anything (Ctrl+K)"
      onClick={onClick}
    >
      Search or do anything
    </Button>
  );
}
