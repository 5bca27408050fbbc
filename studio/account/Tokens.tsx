import "@mantine/core/styles/NumberInput.css";
import { Button, CopyButton, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { endToken, makeToken, type Token, tokensQuery } from "../api/index.ts";
import { SigningDialog } from "../reviews/signing/index.ts";
import { Moment } from "../theme/index.ts";
import styles from "./account.module.css";

/** With a token the command line asks in one's name: it may what its person may, except sign. */
export function Tokens() {
  const tokens = useQuery(tokensQuery).data?.tokens ?? [];
  return (
    <section aria-labelledby="tokens-heading">
      <h2 id="tokens-heading">Tokens of the command line</h2>
      <p className={styles["soft"]}>
        <code>precept pull</code> and <code>precept push</code> read one from <code>PRECEPT_TOKEN</code>.
      </p>
      <NewToken />
      <ul className={styles["tokens"]}>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
    </section>
  );
}

function NewToken() {
  const [name, setName] = useState("");
  const [days, setDays] = useState(90);
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const queries = useQueryClient();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
  };
  return (
    <>
      <form className={styles["form"]} onSubmit={submit} aria-label="New token">
        <TextInput
          label="Where it is used"
          placeholder="My laptop"
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NumberInput
          label="Good for so many days"
          required
          min={1}
          max={365}
          allowDecimal={false}
          value={days}
          onChange={(value) => setDays(Number(value))}
        />
        <Button type="submit" variant="default">
          Make a token
        </Button>
      </form>
      {asking ? (
        <SigningDialog
          title={`A token for ${name}`}
          meaning={`Whoever has it may for ${days} days what I may, but neither sign nor administer`}
          action="Sign and make it"
          sign={({ credential }) => makeToken(name, days, credential)}
          done={(made) => {
            setSecret(made.secret);
            setName("");
            void queries.invalidateQueries(tokensQuery);
          }}
          close={() => setAsking(false)}
        />
      ) : null}
      {secret === null ? null : <Secret text={secret} />}
    </>
  );
}

function Secret({ text }: { readonly text: string }) {
  return (
    <output className={styles["secret"]}>
      <span>Copy it now; it is not shown again.</span>
      <code>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {copied ? "Copied" : "Copy the token"}
          </Button>
        )}
      </CopyButton>
    </output>
  );
}

function TokenRow({ token }: { readonly token: Token }) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => endToken(token.id),
    onSuccess: () => queries.invalidateQueries(tokensQuery),
  });
  return (
    <li>
      <span>
        {token.name}
        <span className={styles["soft"]}>
          {" "}
          until <Moment at={token.expiresAt} />
        </span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`End the token ${token.name}`}
        onClick={() => end.mutate()}
        loading={end.isPending}
      >
        End
      </Button>
    </li>
  );
}
