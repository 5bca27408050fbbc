import { type RefObject, useEffect, useRef } from "react";

/** The field in which one begins to type when the page is there; the whole page is for that. */
export function useBegin(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return field;
}
