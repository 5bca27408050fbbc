import { Button, CopyButton } from "@mantine/core";
import { Moment } from "../theme/index.ts";
import type { MadeLink } from "./madeLink.ts";
import styles from "./people.module.css";

/** The link for somebody, shown this once. */
export function LinkNotice({ made }: { readonly made: MadeLink }) {
  return (
    <output className={styles["link"]}>
      <span>
        Send this link to {made.name}. It sets their password once, until <Moment at={made.expiresAt} />; it is not
        shown again.
      </span>
      <code>{made.url}</code>
      <CopyButton value={made.url}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {copied ? "Copied" : "Copy the link"}
          </Button>
        )}
      </CopyButton>
    </output>
  );
}
