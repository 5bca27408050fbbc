import type { Span } from "../../../dsl/index.ts";
import { useShow, useStudio } from "../../session/index.ts";

/** Leaves the screen for a place in the text. */
export function useOpenPlace(): (path: string, span: Span) => void {
  const { place } = useStudio();
  const show = useShow();
  return (path, { file, start, end }) => {
    const target = file ?? path;
    place.set(() => ({ path: target, start, end }));
    show({ file: target, view: undefined, wide: undefined });
  };
}
