import { Day } from "../../theme/index.ts";
import { today } from "../../words/index.ts";
import type { Told } from "./editions.ts";
import { standingWords } from "./standings.ts";
import { axisOf, placeOf, stretchOf, yearsOn } from "./stretches.ts";
import styles from "./timeLine.module.css";

/** Which release decides which days of service, drawn and said. */
export function TimeLine({ editions }: { readonly editions: readonly Told[] }) {
  const axis = axisOf(editions, today());
  const at = (left: number) => ({ left: `${left}%` });
  return (
    <section className={styles["line"]} aria-label="Which release decides which days of service">
      <div className={styles["axis"]} aria-hidden="true">
        {yearsOn(axis).map((day) => (
          <span key={day} style={at(placeOf(day, axis))}>
            {day.slice(0, 4)}
          </span>
        ))}
        <span className={styles["today"]} style={at(placeOf(today(), axis))}>
          today
        </span>
      </div>
      <ul>
        {editions.map((edition) => (
          <li key={edition.version}>
            <a href={`#release-${edition.version}`}>{edition.version}</a>
            <div className={styles["track"]} aria-hidden="true">
              <Bar edition={edition} stretch={stretchOf(edition, axis)} />
              <i style={at(placeOf(today(), axis))} />
            </div>
            <span className={styles["days"]}>
              <Days of={edition} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BarProps {
  readonly edition: Told;
  readonly stretch: ReturnType<typeof stretchOf>;
}

function Bar({ edition: { standing, last }, stretch: { left, width } }: BarProps) {
  const style = { left: `${left}%`, width: `${width}%` };
  return <b style={style} data-standing={standing} data-open={last === null} />;
}

function Days({ of }: { readonly of: Told }) {
  const { effectiveFrom, last, standing, replaced } = of;
  if (standing === "never") return <>decides no day: it was retired before it began</>;
  if (last !== null && last < effectiveFrom)
    return <>decides no day: {replaced?.version ?? "another"} began on its first</>;
  return (
    <>
      <Day of={effectiveFrom} />
      {last === null ? " on" : " to "}
      {last === null ? null : <Day of={last} />}, {standingWords(of).toLowerCase()}
    </>
  );
}
