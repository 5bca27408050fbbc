import type { monaco } from "./monaco.ts";

/** Room under a line of the text with an element of ours in it. */
export interface Zone {
  readonly element: HTMLElement;
  readonly show: (afterLine: number) => void;
  readonly hide: () => void;
  readonly dispose: () => void;
}

/** Scrolls down just far enough that `bottom` (pixels from the top of the text) is in view. */
function scrollTo(editor: monaco.editor.ICodeEditor, bottom: number): void {
  const hidden = bottom - editor.getScrollTop() - editor.getLayoutInfo().height;
  if (hidden > 0) editor.setScrollTop(editor.getScrollTop() + hidden);
}

/**
 * A view zone makes the room; the element itself is an overlay widget laid over it, because the lines of the text lie
 * above view zones and would take their clicks.
 */
export function createZone(editor: monaco.editor.ICodeEditor, id: string): Zone {
  const element = document.createElement("div");
  const widget = { getId: () => id, getDomNode: () => element, getPosition: () => null };
  let zone: { readonly id: string; readonly options: monaco.editor.IViewZone } | null = null;

  const place = (top: number) => {
    const { contentLeft, contentWidth, verticalScrollbarWidth } = editor.getLayoutInfo();
    element.style.top = `${top}px`;
    element.style.left = `${contentLeft}px`;
    element.style.width = `${contentWidth - verticalScrollbarWidth - 16}px`;
  };
  const remove = () => {
    const old = zone;
    zone = null;
    if (old !== null) editor.changeViewZones((zones) => zones.removeZone(old.id));
    element.style.display = "none";
  };
  const show = (afterLineNumber: number) => {
    remove();
    element.style.display = "";
    place(-1000);
    const options: monaco.editor.IViewZone = {
      afterLineNumber,
      heightInPx: element.offsetHeight + 8,
      domNode: document.createElement("div"),
      onDomNodeTop: place,
    };
    editor.changeViewZones((zones) => {
      zone = { id: zones.addZone(options), options };
    });
    scrollTo(editor, editor.getBottomForLineNumber(afterLineNumber) + element.offsetHeight + 12);
  };
  editor.addOverlayWidget(widget);
  element.style.display = "none";
  return {
    element,
    show,
    hide: remove,
    dispose: () => {
      remove();
      editor.removeOverlayWidget(widget);
    },
  };
}
