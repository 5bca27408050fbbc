import { useShow, useView } from "../session/index.ts";
import { Entry, Section } from "./Entry.tsx";
import { usePathsOf } from "./kinds.ts";

/** The manifest and whatever else lies in the set's folder. */
export function OtherFiles() {
  const manifest = usePathsOf("manifest");
  const others = usePathsOf("other");
  const view = useView();
  const show = useShow();
  const files = [...manifest, ...others];
  if (files.length === 0) return null;
  return (
    <Section title="Set">
      {files.map((path) => (
        <Entry key={path} title={path} current={view.file === path} onOpen={() => show({ file: path })}>
          {path}
        </Entry>
      ))}
    </Section>
  );
}
