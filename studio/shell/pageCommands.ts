import { useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { setsQuery } from "../api/index.ts";
import { useShow } from "../session/index.ts";
import { action, type Command } from "./command.ts";
import { places } from "./places.ts";

/** What can be done on every page: go to another, open a guideline set, change the colours. */
export function usePageCommands(): readonly Command[] {
  const navigate = useNavigate();
  const show = useShow();
  const sets = useQuery(setsQuery).data?.sets;
  const { setColorScheme } = useMantineColorScheme();
  return useMemo(
    () => [
      ...places.map(({ to, command }) => action(`go ${to}`, command, () => void navigate({ to, search: {} }))),
      ...(sets ?? []).map(
        ({ name, title }): Command => ({
          id: `set ${name}`,
          words: title,
          kind: "guideline set",
          run: () => show({ set: name, file: undefined, case: undefined }),
        }),
      ),
      action("light", "Use light colours", () => setColorScheme("light")),
      action("dark", "Use dark colours", () => setColorScheme("dark")),
      action("auto", "Use the system's colours", () => setColorScheme("auto")),
    ],
    [navigate, show, sets, setColorScheme],
  );
}
