import type { Letter, LetterSection, LetterService, Paragraph } from "../../engine/letter/index.ts";
import { withKeys } from "../theme/index.ts";
import styles from "./letter.module.css";

/** The letter as a page. The same blocks, in the same order, as every format it is downloaded in. */
export function LetterPage({ letter }: { readonly letter: Letter }) {
  return (
    <article className={styles["page"]} aria-label="Letter" lang={letter.language} data-print="true">
      <h2 className={styles["letterTitle"]}>{letter.title}</h2>
      <dl className={styles["about"]}>
        {letter.about.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      {letter.sections.map((section) => (
        <Section key={section.heading} section={section} />
      ))}
      {withKeys(letter.services, ({ service }) => service).map(({ key, item }) => (
        <Service key={key} of={item} />
      ))}
    </article>
  );
}

function Section({ section }: { readonly section: LetterSection }) {
  return (
    <section>
      <h3>{section.heading}</h3>
      <Paragraphs paragraphs={section.paragraphs} />
    </section>
  );
}

function Service({ of }: { readonly of: LetterService }) {
  const guidelines = [of.administratorGuideline, of.guideline].filter((paragraph) => paragraph !== null);
  return (
    <section>
      <h3>
        <span dir="auto">{of.service}</span>: <strong>{of.decision}</strong>
      </h3>
      <Paragraphs paragraphs={[...guidelines, ...of.rationale]} />
    </section>
  );
}

function Paragraphs({ paragraphs }: { readonly paragraphs: readonly Paragraph[] }) {
  return withKeys(paragraphs, textOf).map(({ key, item }) => (
    <p key={key}>
      {item.label === null ? null : <strong>{item.label}: </strong>}
      {textOf(item)}
    </p>
  ));
}

function textOf({ sentences }: Paragraph): string {
  return sentences.map(({ text }) => text).join(" ");
}
