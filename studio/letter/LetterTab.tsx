import { Button, Menu } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useStudio } from "../session/index.ts";
import type { CaseView } from "../worker/index.ts";
import { downloadLetter, type LetterFormat } from "./download.ts";
import styles from "./letter.module.css";
import { LetterPage } from "./LetterPage.tsx";

const formats: readonly { readonly format: LetterFormat; readonly words: string }[] = [
  { format: "pdf", words: "PDF" },
  { format: "docx", words: "Word (docx)" },
  { format: "html", words: "Web page (html)" },
  { format: "md", words: "Markdown" },
];

/** The rationale as the letter it becomes, live while text or facts change. */
export function LetterTab({ open }: { readonly open: CaseView }) {
  const { workspace, analyst } = useStudio();
  const [problem, setProblem] = useState<string | null>(null);
  const download = async (format: LetterFormat) => setProblem(await downloadLetter(open, format, workspace, analyst));
  return (
    <div className={styles["tab"]}>
      <div className={styles["tools"]}>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="compact-sm" variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
              Download
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {formats.map(({ format, words }) => (
              <Menu.Item key={format} onClick={() => void download(format)}>
                {words}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => print()}
        >
          Print
        </Button>
      </div>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <LetterPage letter={open.letter} />
    </div>
  );
}
