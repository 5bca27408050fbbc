import { type ExpressionBuilder, sql, type Transaction } from "kysely";
import type { Database, Tables } from "../../store/index.ts";
import { refuse, type Refused } from "./outcome.ts";

/**
 * Who shows a credential: `credential`, somebody who is signed in (`name` is their id), whom nobody else's attempts count
 * for; `password`, anybody, who gives an email; `provider`, anybody who asks to be sent there.
 */
export type Attempt =
  | { readonly kind: "credential"; readonly name: string; readonly address: "" }
  | { readonly kind: "password" | "provider"; readonly name: string; readonly address: string };

interface Counts {
  /** Of this name from this address. */
  readonly own: number;
  /** Of this name, from anywhere. */
  readonly named: number;
  /** From this address, whatever the name. */
  readonly there: number;
  readonly all: number;
}

/**
 * So many in so many minutes, and the next is not even looked at. Ten wrong passwords from one place; as many as NIST SP
 * 800-63B 3.2.2 allows from everywhere, so that who only knows an email keeps nobody out from one place. What anybody may
 * make the server hash or keep has an end, too.
 */
const most: Readonly<Record<Attempt["kind"], Counts>> = {
  credential: { own: 10, named: 10, there: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY },
  password: { own: 10, named: 100, there: 100, all: 1000 },
  provider: { own: 300, named: 3000, there: 300, all: 3000 },
};
const WINDOW_MINUTES = 15;

/** Of PostgreSQL's advisory locks: counting takes turns, so that of many at once as many get by as one after the other. */
const TURN = 6_962_004;

/**
 * Counts an attempt before the credential is looked at, so that many at once do not get by. One that is refused does not
 * count, so that the wait has an end. Whoever turns out to be right calls `forgetAttempts`.
 */
export async function countAttempt(database: Database, attempt: Attempt, now: Date): Promise<Refused<429> | null> {
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(TURN)})`.execute(transaction);
    await forgetOutside(transaction, now);
    if (isOver(await countsOf(transaction, attempt), most[attempt.kind])) return tooMany;
    await transaction
      .insertInto("sign_in_attempt")
      .values({ ...attempt, at: now })
      .execute();
    return null;
  });
}

const tooMany = refuse(429, `Too many attempts. Wait ${WINDOW_MINUTES} minutes, then try again.`);

const shifted = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

/** Those before the window, and what a clock that ran ahead has left. */
async function forgetOutside(transaction: Transaction<Tables>, now: Date): Promise<void> {
  await transaction
    .deleteFrom("sign_in_attempt")
    .where((of) => of.or([of("at", "<=", shifted(now, -WINDOW_MINUTES)), of("at", ">", shifted(now, WINDOW_MINUTES))]))
    .execute();
}

async function countsOf(transaction: Transaction<Tables>, { kind, name, address }: Attempt): Promise<Counts> {
  const row = await transaction
    .selectFrom("sign_in_attempt")
    .select((of) => [
      counted(of, (where) => where.and([where("name", "=", name), where("address", "=", address)])).as("own"),
      counted(of, (where) => where("name", "=", name)).as("named"),
      counted(of, (where) => where("address", "=", address)).as("there"),
      of.fn.countAll().as("all"),
    ])
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  return { own: Number(row.own), named: Number(row.named), there: Number(row.there), all: Number(row.all) };
}

type Of = ExpressionBuilder<Tables, "sign_in_attempt">;

function counted(of: Of, which: (of: Of) => ReturnType<Of["and"]>) {
  return of.fn.countAll().filterWhere(which);
}

/** With one more. */
function isOver(counts: Counts, limits: Counts): boolean {
  return (["own", "named", "there", "all"] as const).some((count) => counts[count] >= limits[count]);
}

export async function forgetAttempts(database: Database, { kind, name, address }: Attempt): Promise<void> {
  await database
    .deleteFrom("sign_in_attempt")
    .where("kind", "=", kind)
    .where("name", "=", name)
    .where("address", "=", address)
    .execute();
}
