import type { Place } from "../../session/index.ts";
import type { Store } from "../../store/index.ts";
import { textOf } from "./models.ts";
import type { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

/** Shows the places the rest of the studio asks for; each request is answered once. */
export function goToPlace(
  editor: monaco.editor.IStandaloneCodeEditor,
  path: string,
  places: Store<Place | null>,
): monaco.IDisposable {
  const go = () => {
    const place = places.get();
    const model = editor.getModel();
    if (place === null || place.path !== path || model === null) return;
    places.set(() => null);
    const range = positionsIn(textOf(model)).range({ start: place.start, end: place.end ?? place.start });
    editor.setSelection(range);
    editor.revealRangeInCenterIfOutsideViewport(range);
    editor.focus();
  };
  go();
  return { dispose: places.subscribe(go) };
}
