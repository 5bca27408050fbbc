import { useShow, useView } from "../session/index.ts";
import { Entry, Section } from "./Entry.tsx";
import { usePathsOf } from "./kinds.ts";
import { useUnreadable } from "./problems.tsx";

/** The manifest and whatever else lies in the set's folder. */
export function OtherFiles() {
  const manifest = usePathsOf("manifest");
  const others = usePathsOf("other");
  const files = [...manifest, ...others];
  if (files.length === 0) return null;
  return (
    <Section title="Other files">
      {files.map((path) => (
        <OtherFile key={path} path={path} />
      ))}
    </Section>
  );
}

function OtherFile({ path }: { readonly path: string }) {
  const view = useView();
  const show = useShow();
  const unreadable = useUnreadable(path);
  return (
    <Entry title={path} unreadable={unreadable} current={view.file === path} onOpen={() => show({ file: path })}>
      {path}
    </Entry>
  );
}
