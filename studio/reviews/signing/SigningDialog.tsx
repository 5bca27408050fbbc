import { Button, Textarea, TextInput } from "@mantine/core";
import { goToProvider } from "../../access/index.ts";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type Credential, type Outcome, type Problem, problemText, sessionQuery } from "../../api/index.ts";
import { FormDialog } from "../../dialog/index.ts";
import styles from "./signing.module.css";

export interface Signed {
  readonly reason: string;
  readonly credential: Credential;
}

interface SigningDialogProps<T> {
  /** `Approve this change` */
  readonly title: string;
  /** What the signature means, as it is kept beside the name. */
  readonly meaning: ReactNode;
  /** What the button says: `Sign and approve`. */
  readonly action: string;
  /** The label of the reason; left out: none is asked for. */
  readonly reason?: { readonly label: string; readonly placeholder: string; readonly needed: boolean };
  readonly sign: (signed: Signed) => Promise<Outcome<T>>;
  readonly done: (value: T) => void;
  readonly close: () => void;
  readonly children?: ReactNode;
}

function SignInAgain() {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className={styles["soft"]}>
      <p>A signature needs a sign-in of the last five minutes. You come back to this page.</p>
      <Button size="compact-sm" variant="default" onClick={() => void goToProvider(true).then(setProblem)}>
        Sign in again
      </Button>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </div>
  );
}

/** Signing in again lies over the dialog, which then goes on where it was. */
function whyNot(problem: Problem): string {
  return problem.kind === "refused" && problem.status === 401
    ? "Your session had ended, so nothing was signed. Sign once more."
    : problemText(problem);
}

/** An electronic signature: printed name, meaning, and who one is shown again (21 CFR 11.50 and 11.200). */
export function SigningDialog<T>(props: SigningDialogProps<T>) {
  const { title, meaning, action, reason: asked, sign, done, close, children } = props;
  const session = useQuery(sessionQuery).data ?? null;
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const withPassword = session?.signsWith === "password";
  const lacks = (asked?.needed === true && reason.trim() === "") || (withPassword && password === "");
  const submit = async () => {
    setBusy(true);
    const outcome = await sign({ reason: reason.trim(), credential: withPassword ? { password } : {} });
    setBusy(false);
    if (!outcome.ok) return setProblem(whyNot(outcome.problem));
    close();
    done(outcome.value);
  };
  return (
    <FormDialog
      title={title}
      action={action}
      lacks={lacks}
      busy={busy}
      problem={problem}
      submit={() => void submit()}
      close={close}
    >
      {children}
      {asked === undefined ? null : (
        <Textarea
          data-autofocus
          label={asked.label}
          placeholder={asked.placeholder}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
      )}
      <dl className={styles["signature"]}>
        <dt>Signed by</dt>
        <dd>{session?.actor?.name ?? "nobody yet"}</dd>
        <dt>Meaning</dt>
        <dd>{meaning}</dd>
      </dl>
      {withPassword ? (
        <TextInput
          data-autofocus={asked === undefined ? true : undefined}
          type="password"
          label="Your password again"
          description="A signature asks for it each time."
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
      ) : null}
      {session?.signsWith === "recent sign-in" ? <SignInAgain /> : null}
    </FormDialog>
  );
}
