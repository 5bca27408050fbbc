import { TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { missing, type Person } from "./person.ts";
import styles from "./suggestions.module.css";

interface WhoProps {
  readonly person: Person;
  readonly change: (person: Person) => void;
  /** What an answer was held back for. */
  readonly asked: keyof Person | null;
}

/** Who answers and by which text: asked once, kept, and written into every answer. */
export function Who({ person, change, asked }: WhoProps) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked !== null) fields.current?.querySelector<HTMLInputElement>(`[name="${asked}"]`)?.focus();
  }, [asked]);
  const errorOf = (field: keyof Person, words: string) => (asked === field && missing(person) === field ? words : null);
  return (
    <div ref={fields} className={styles["who"]}>
      <TextInput
        name="name"
        label="Who answers"
        placeholder="Your name"
        value={person.name}
        error={errorOf("name", "An answer names who gave it.")}
        onChange={({ currentTarget: { value } }) => change({ ...person, name: value })}
      />
      <TextInput
        name="text"
        label="By which text"
        placeholder="ACOEM chapter 8, page 178"
        value={person.text}
        error={errorOf("text", "An answer names the text it rests on.")}
        onChange={({ currentTarget: { value } }) => change({ ...person, text: value })}
      />
    </div>
  );
}
