import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useActor } from "../access/index.ts";
import type { Outcome } from "../../engine/values/index.ts";
import { useAnalysis, useKeys, useProofs, useShow, useView } from "../session/index.ts";
import type { GuidelineView } from "../worker/index.ts";
import type { Proofs } from "../worker/proof/index.ts";
import { answerOf } from "./answerKeys.ts";
import { Card } from "./Card.tsx";
import { currentCard, type Deck } from "./deck.ts";
import { Finished } from "./Finished.tsx";
import { LastAnswer } from "./LastAnswer.tsx";
import { missing, type Person, rememberedPerson, rememberPerson, sourceOf } from "./person.ts";
import styles from "./suggestions.module.css";
import { useDeck } from "./useDeck.ts";
import { Who } from "./Who.tsx";

/** Cases nobody has answered yet, for the open guideline or another that is chosen. */
export function SuggestionsScreen() {
  const { file } = useView();
  const guidelines = useAnalysis((analysis) => analysis?.guidelines ?? none);
  const path = (guidelines.find((one) => one.path === file) ?? guidelines[0])?.path ?? null;
  return (
    <section className={styles["screen"]} aria-label="Suggested cases">
      <h1>Answer suggested cases</h1>
      <p className={styles["lead"]}>
        Cases that no file of the set holds yet, chosen so that few answers settle much. Say what should happen by the
        published text; what the guideline says is shown afterwards.
      </p>
      <ChooseGuideline guidelines={guidelines} path={path} />
      {path === null ? (
        <p className={styles["waiting"]}>There is no guideline yet. Add one, and cases for it are suggested here.</p>
      ) : (
        <Answering key={path} path={path} />
      )}
    </section>
  );
}

const none: readonly GuidelineView[] = [];

function ChooseGuideline(props: { readonly guidelines: readonly GuidelineView[]; readonly path: string | null }) {
  const show = useShow();
  const { guidelines, path } = props;
  if (guidelines.length < 2 || path === null) return null;
  return (
    <NativeSelect
      label="Of"
      data={guidelines.map((one) => ({ value: one.path, label: one.title }))}
      value={path}
      onChange={({ currentTarget: { value } }) => show({ file: value, view: "suggestions" })}
    />
  );
}

/** One card after the other: what should happen here? */
function Answering({ path }: { readonly path: string }) {
  const { deck, answer, skip, undo, dealAgain } = useDeck(path);
  const { id } = useActor();
  const [person, setPerson] = useState(() => rememberedPerson(id));
  const [asked, setAsked] = useState<keyof Person | null>(null);
  const card = deck === null ? null : currentCard(deck);
  const give = (outcome: Outcome) => {
    const lacking = missing(person);
    setAsked(lacking);
    if (lacking === null) answer(outcome, sourceOf(person));
  };
  useKeys((key) => {
    const outcome = card === null ? null : answerOf(key, card.outcomes);
    if (outcome !== null) give(outcome);
    else if (key.toUpperCase() === "S") skip();
    else if (key.toUpperCase() === "U") undo();
    else return false;
    return true;
  });
  const change = (next: Person) => {
    setPerson(next);
    rememberPerson(id, next);
    if (asked !== null && missing(next) === null) setAsked(null);
  };
  return (
    <>
      <Who person={person} change={change} asked={asked} />
      {deck === null ? <Waiting /> : <Progress deck={deck} />}
      {deck === null ? null : <LastAnswer deck={deck} undo={undo} />}
      {card === null ? null : <Card key={card.id} card={card} give={give} skip={skip} />}
      {deck !== null && card === null ? <Finished path={path} deck={deck} dealAgain={dealAgain} /> : null}
    </>
  );
}

function Waiting() {
  const progress = useProofs((proofs) => proofs.progress);
  return (
    <output className={styles["waiting"]}>
      Looking for cases{progress === null ? "" : `. ${progress.doing}`}
      {howFar(progress)}
    </output>
  );
}

function howFar(progress: Proofs["progress"]): string {
  return progress === null || progress.of === null ? "" : `: ${progress.done} of ${progress.of}`;
}

function Progress({ deck: { cards, said } }: { readonly deck: Deck }) {
  if (cards.length === 0) return null;
  const at = Math.min(said.length + 1, cards.length);
  return (
    <div className={styles["progress"]}>
      <progress aria-label="Cards answered" value={said.length} max={cards.length} />
      <span>
        {said.length === cards.length ? `${cards.length} of ${cards.length} done` : `${at} of ${cards.length}`}
      </span>
    </div>
  );
}
