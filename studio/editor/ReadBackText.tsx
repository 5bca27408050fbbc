import { memo } from "react";
import type { ReadBack, SaidLine, SaidPiece, Span, Unread } from "../../dsl/index.ts";
import { useShow, useStudio, useView } from "../session/index.ts";
import styles from "./readBack.module.css";

type GoTo = (place: { readonly file: string; readonly span: Span }) => void;

/** The lines said; a name leads to where it is declared. */
export function ReadBackText({ said: { lines, unread } }: { readonly said: ReadBack }) {
  const goTo = useGoTo();
  const onlyTitle = unread.length === 0 && lines.every(({ pieces }) => pieces.length > 0);
  return (
    <div className={styles["said"]}>
      <LeftOut unread={unread} goTo={goTo} />
      {onlyTitle ? (
        <p className={styles["waiting"]}>Nothing is declared yet. What you write is said back here in plain words.</p>
      ) : null}
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place only; equal lines may follow each other
        <Line key={index} line={line} goTo={goTo} />
      ))}
    </div>
  );
}

function useGoTo(): GoTo {
  const { place } = useStudio();
  const show = useShow();
  return ({ file, span }) => {
    place.set(() => ({ path: file, start: span.start, end: span.end }));
    show({ file });
  };
}

/** Which declarations are not said because of an error in them. */
function LeftOut({ unread, goTo }: { readonly unread: readonly Unread[]; readonly goTo: GoTo }) {
  const { file = "" } = useView();
  if (unread.length === 0) return null;
  return (
    <div role="note" aria-label="Left out" className={styles["leftOut"]}>
      <p>
        {unread.length === 1 ? "One declaration is" : `${unread.length} declarations are`} left out, because an error
        stands in {unread.length === 1 ? "it" : "them"}:
      </p>
      <ul>
        {unread.map(({ kind, name, span }) => (
          <li key={span.start}>
            {kind === null ? "" : `${kind} `}
            <Name name={name} go={() => goTo({ file, span })} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const Line = memo(SaidInLine, (before, next) => before.line === next.line);

function SaidInLine({ line, goTo }: { readonly line: SaidLine; readonly goTo: GoTo }) {
  if (line.pieces.length === 0) return <div className={styles["between"]} />;
  return (
    <p className={styles["line"]} style={{ paddingLeft: `${line.depth * 1.3 + 1.3}em` }}>
      {line.pieces.map((piece, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a piece is known by its place in the line only
        <Piece key={index} piece={piece} goTo={goTo} />
      ))}
    </p>
  );
}

function Piece({ piece: { text, kind, place }, goTo }: { readonly piece: SaidPiece; readonly goTo: GoTo }) {
  if (place !== null) return <Name name={text} go={() => goTo(place)} />;
  return <span data-kind={kind ?? undefined}>{text}</span>;
}

function Name({ name, go }: { readonly name: string; readonly go: () => void }) {
  return (
    <button type="button" className={styles["name"]} title={`Go to ${name}`} onClick={go}>
      {name}
    </button>
  );
}
