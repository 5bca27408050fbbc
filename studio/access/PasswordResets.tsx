import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Session, sessionQuery } from "../api/index.ts";
import { Moment } from "../theme/index.ts";
import styles from "./access.module.css";

/** What somebody must know whose password was set through a link they may not have asked for. */
export function PasswordResets() {
  const session = useQuery(sessionQuery).data;
  const id = session?.actor?.id ?? null;
  return id === null ? null : <Told key={id} id={id} resets={session?.passwordResets ?? []} />;
}

interface ToldProps {
  readonly id: string;
  readonly resets: Session["passwordResets"];
}

/** What was read stays read in this browser only: whoever set the password has another. */
function Told({ id, resets }: ToldProps) {
  const place = `precept.resets-read.${id}`;
  const [read, setRead] = useState(() => localStorage.getItem(place) ?? "");
  const told = resets.filter(({ at }) => at > read);
  const [latest] = told;
  if (latest === undefined) return null;
  const keep = () => {
    localStorage.setItem(place, latest.at);
    setRead(latest.at);
  };
  return (
    <section role="alert" aria-label="Your password" className={styles["resets"]}>
      {told.map(({ at, by }) => (
        <p key={at}>
          Your password was set anew on <Moment at={at} /> through a link made by {by}. If that was not you, tell
          another admin at once: somebody may have signed in your name.
        </p>
      ))}
      <Button size="compact-sm" variant="default" onClick={keep}>
        That was me
      </Button>
    </section>
  );
}
