import { type Kysely, sql } from "kysely";

/** What the sign-in library keeps (its own names are mapped onto these in `server/access/team`), and what we keep beside it. */
const statements = [
  "alter table person add column email_verified boolean not null default false",
  "alter table person add column image text",
  "alter table person add column updated_at timestamptz not null default now()",
  "create unique index person_by_email on person (email)",

  // `credential_at`: when the person last showed a credential for this session; null when nobody knows.
  `create table sign_in_session (
     id text primary key,
     token text not null unique,
     person_id text not null references person on delete cascade,
     signed_in_with text not null check (signed_in_with in ('password', 'provider')),
     credential_at timestamptz,
     expires_at timestamptz not null,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     ip_address text,
     user_agent text)`,
  "create index sign_in_session_of_person on sign_in_session (person_id)",
  // One row a way of signing in: a password (hashed), or the identity at a provider.
  `create table sign_in_account (
     id text primary key,
     account_id text not null,
     provider_id text not null,
     person_id text not null references person on delete cascade,
     password text,
     access_token text,
     refresh_token text,
     id_token text,
     access_token_expires_at timestamptz,
     refresh_token_expires_at timestamptz,
     scope text,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     unique (provider_id, account_id))`,
  "create index sign_in_account_of_person on sign_in_account (person_id)",
  // One-time links and sign-ins under way at a provider; the identifier is hashed.
  `create table sign_in_verification (
     id text primary key,
     identifier text not null,
     value text not null,
     expires_at timestamptz not null,
     created_at timestamptz not null,
     updated_at timestamptz not null)`,
  "create index sign_in_verification_by_identifier on sign_in_verification (identifier)",

  // Tokens of the command line; only their SHA-256 is kept.
  `create table access_token (
     id text primary key,
     person_id text not null references person on delete cascade,
     name text not null,
     hash text not null unique,
     created_at timestamptz not null,
     expires_at timestamptz not null)`,
  "create table sign_in_attempt (key text not null, at timestamptz not null)",
  "create index sign_in_attempt_by_key on sign_in_attempt (key, at)",
];

export const signIn = {
  async up(database: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
