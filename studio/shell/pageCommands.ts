import { useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useActor } from "../access/index.ts";
import { setsQuery } from "../api/index.ts";
import { partWords, parts } from "../reviews/index.ts";
import { useShow } from "../session/index.ts";
import { action, type Command } from "./command.ts";
import { usePlaces } from "./usePlaces.ts";

/** What can be done on every page: go to another, open a guideline set, change the colours. */
export function usePageCommands(): readonly Command[] {
  const navigate = useNavigate();
  const places = usePlaces();
  const show = useShow();
  const sets = useQuery(setsQuery).data?.sets;
  const { change } = useParams({ strict: false });
  const { setColorScheme } = useMantineColorScheme();
  const writes = useActor().may("author");
  return useMemo(
    () => [
      ...places.map(({ to, command }) => action(`go ${to}`, command, () => void navigate({ to, search: {} }))),
      ...(change === undefined ? [] : reviewCommands(change, navigate)),
      ...(sets ?? []).map(
        ({ name, title }): Command => ({
          id: `set ${name}`,
          words: title,
          kind: "guideline set",
          run: () => show({ set: name, file: undefined, case: undefined }),
        }),
      ),
      ...(sets ?? []).map(({ name, title }) =>
        action(
          `releases ${name}`,
          `Releases of ${title}`,
          () => void navigate({ to: "/releases/$set", params: { set: name }, search: {} }),
        ),
      ),
      ...(writes ? [action("new set", "New guideline set", () => show({ dialog: "new set" }))] : []),
      action("light", "Use light colours", () => setColorScheme("light")),
      action("dark", "Use dark colours", () => setColorScheme("dark")),
      action("auto", "Use the system's colours", () => setColorScheme("auto")),
    ],
    [navigate, places, show, sets, change, setColorScheme, writes],
  );
}

/** On a review: its parts, and the page it is published on. */
function reviewCommands(change: string, navigate: ReturnType<typeof useNavigate>): readonly Command[] {
  const params = { change };
  return [
    ...parts.map((part) =>
      action(
        `part ${part}`,
        `Review: ${partWords[part].toLowerCase()}`,
        () => void navigate({ to: "/reviews/$change", params, search: { part } }),
      ),
    ),
    action("publish", "Review: publish", () => void navigate({ to: "/reviews/$change/publish", params })),
  ];
}
