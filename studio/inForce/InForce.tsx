import type { Replacement } from "../../engine/attestation/index.ts";
import { Day } from "../theme/index.ts";
import { dayBefore } from "../words/index.ts";

interface InForceProps {
  readonly days: { readonly from: string; readonly to: string | null };
  /** The release that takes its place, as far as is known. */
  readonly replaced: Replacement | null;
}

/** Which services a release decides, to be read after "decides". */
export function InForce({ days: { from, to }, replaced }: InForceProps) {
  if (to !== null && to < from) return "no services: it was retired before it began";
  if (replaced !== null && replaced.from === from)
    return `no services: ${replaced.version} decides from the same day on`;
  const last = replaced === null ? to : dayBefore(replaced.from);
  return (
    <>
      services from <Day of={from} />
      {last === null ? ", until another release takes its place" : " to "}
      {last === null ? null : <Day of={last} />}
      {replaced === null ? null : (
        <>
          ; from <Day of={replaced.from} /> on {replaced.version} decides
        </>
      )}
    </>
  );
}
