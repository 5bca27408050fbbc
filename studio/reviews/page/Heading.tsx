import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Change, type Plan, setsQuery } from "../../api/index.ts";
import { directionWords } from "../../compare/index.ts";
import { Moment } from "../../theme/index.ts";
import { Status } from "../Status.tsx";
import styles from "./heading.module.css";

interface HeadingProps {
  readonly change: Change;
  readonly plan: Plan | null;
}

/** What is under review, and in one word what it does. */
export function Heading({ change, plan }: HeadingProps) {
  const set = useQuery(setsQuery).data?.sets.find(({ name }) => name === change.set);
  const round = change.rounds.at(-1);
  return (
    <header className={styles["heading"]}>
      <div>
        <p className={styles["soft"]}>
          <Link to="/reviews" search={{}}>
            Reviews
          </Link>{" "}
          /{" "}
          <Link to="/" search={{ set: change.set }}>
            {set?.title ?? change.set}
          </Link>
        </p>
        <h1>
          {change.title} <Status of={change.status} />
        </h1>
        <p className={styles["soft"]}>
          {round === undefined ? null : (
            <>
              Round {round.round}, sent by {round.by.name}, <Moment at={round.at} />
              {round.base === null ? "" : `, against ${round.base}`}
            </>
          )}
        </p>
        {change.description === "" ? null : <p className={styles["description"]}>{change.description}</p>}
      </div>
      {plan === null ? null : <Verdict of={plan.comparison} />}
    </header>
  );
}

const steps = {
  first: "the first release",
  patch: "a patch: every answer stays",
  minor: "a minor version: something is added, every answer stays",
  major: "a major version: answers change",
} as const;

function Verdict({ of: { against, verdict, bump, version } }: { readonly of: Plan["comparison"] }) {
  return (
    <p className={styles["verdict"]}>
      <strong>{against === null ? "New" : directionWords[verdict]}</strong>
      <span>{bump === null ? "nothing changed since the last release" : `${version ?? ""}, ${steps[bump]}`}</span>
    </p>
  );
}
