const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** A moment of the person's own clock; the full instant is in the tooltip. */
export function Moment({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={at}>
      {moment.format(new Date(at))}
    </time>
  );
}

/** `2026-11-23` as 23 November 2026, the same in every time zone. */
export function Day({ of }: { readonly of: string }) {
  return <time dateTime={of}>{day.format(new Date(`${of}T12:00:00`))}</time>;
}
