import { replaceEqualDeep } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ReadBack } from "../../dsl/index.ts";
import { type ReadingForm, useStudio } from "../session/index.ts";
import { useStore } from "../store/index.ts";

interface Said {
  /** `null` before the first answer. */
  readonly said: ReadBack | null;
  readonly failure: string | null;
}

/** What the worker says of the newest text that was read; lines that stay the same keep their identity. */
export function useReadBack(path: string, form: ReadingForm): Said {
  const { analyst } = useStudio();
  const text = useStore(analyst.state, ({ files }) => files[path]?.text);
  const [answer, setAnswer] = useState<Said & { readonly path: string }>({ path, said: null, failure: null });
  useEffect(() => {
    let wanted = true;
    const tell = (next: Said): void => {
      if (wanted) setAnswer((before) => replaceEqualDeep(before, { path, ...next }));
    };
    if (text !== undefined)
      analyst.language.readBack({ path, text }, form).then(
        (said) => tell({ said, failure: null }),
        (error: unknown) => tell({ said: null, failure: String(error) }),
      );
    return () => {
      wanted = false;
    };
  }, [analyst, path, text, form]);
  return answer.path === path ? answer : { said: null, failure: null };
}
