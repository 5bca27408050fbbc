import { useEffect, useState } from "react";
import type { StatedValue } from "../../engine/values/index.ts";
import { useAnalysis, useStudio } from "../session/index.ts";
import type { ValueCheck } from "../worker/index.ts";
import { hasValue } from "./firstStatement.ts";
import type { Asked } from "./asked.ts";

const nothing: ValueCheck = { says: null, problem: null };

/** What the guideline's type makes of a value while it is typed; nothing while there is none. */
export function useValueCheck({ name, type, orNone }: Asked, value: StatedValue): ValueCheck {
  const { analyst } = useStudio();
  const dates = useAnalysis((analysis) => analysis?.open?.case.dates);
  const [check, setCheck] = useState(nothing);
  useEffect(() => {
    let isStale = false;
    const read = async () => {
      const isAsked = type !== null && dates !== undefined && hasValue(value);
      const found = isAsked ? await analyst.language.checkValue({ name, type, orNone }, value, dates) : nothing;
      if (!isStale) setCheck(found);
    };
    void read();
    return () => {
      isStale = true;
    };
  }, [analyst, name, type, orNone, value, dates]);
  return check;
}
