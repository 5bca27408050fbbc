import { type RefObject, useEffect, useRef } from "react";

/** The field in which one begins to type when the page is there; the whole page is for that. */
export function useBegin(wanted: boolean): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);
  return field;
}
