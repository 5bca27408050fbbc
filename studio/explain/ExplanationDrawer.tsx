import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useStudio } from "../session/index.ts";
import { useStore } from "../store/index.ts";
import { explanationOf } from "./pages.ts";
import { Prose } from "./Prose.tsx";

/** The page behind a diagnostic's code: what to avoid, what to prefer, and why. */
export function ExplanationDrawer() {
  const { explained } = useStudio();
  const code = useStore(explained, (value) => value);
  const page = useQuery({
    queryKey: ["explanation", code],
    queryFn: () => (code === null ? null : explanationOf(code)),
    enabled: code !== null,
  });
  return (
    <Drawer opened={code !== null} onClose={() => explained.set(() => null)} position="right" title={code ?? ""} size={480}>
      {page.data == null ? <p>{page.isFetching ? "Opening the page" : "There is no page for this code yet."}</p> : <Prose markdown={page.data} />}
    </Drawer>
  );
}
