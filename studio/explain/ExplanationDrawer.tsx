import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useStudio } from "../session/index.ts";
import { useStore } from "../store/index.ts";
import { guideTitle } from "./guide.ts";
import { Prose } from "./Prose.tsx";

/** The page behind a diagnostic's code: what to avoid, what to prefer, and why; or the language guide. */
export function ExplanationDrawer() {
  const { explained } = useStudio();
  const code = useStore(explained, (value) => value);
  const page = useQuery({
    queryKey: ["explanation", code],
    queryFn: () => (code === null ? null : loadPage(code)),
    enabled: code !== null,
    retry: false,
  });
  const markdown = page.data ?? null;
  return (
    <Drawer
      opened={code !== null}
      onClose={() => explained.set(() => null)}
      position="right"
      title={code ?? ""}
      size={code === guideTitle ? 680 : 480}
    >
      {markdown === null ? <p>{instead(page)}</p> : <Prose markdown={markdown} />}
    </Drawer>
  );
}

/** What stands in place of the page while there is none. */
function instead({ isFetching, isError }: { readonly isFetching: boolean; readonly isError: boolean }): string {
  if (isFetching) return "Opening the page";
  return isError ? "The page could not be loaded. Reload the studio to try again." : "There is no page for this code.";
}

/** The list of pages is long, so that it, too, comes when the first one is opened. */
async function loadPage(code: string): Promise<string | null> {
  const { explanationOf, languageGuide } = await import("./pages.ts");
  return code === guideTitle ? languageGuide() : explanationOf(code);
}
