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
  // One-time links and sign-ins under way at a provider; the identifier is hashed. `made_by`: who made the link.
  `create table sign_in_verification (
     id text primary key,
     identifier text not null,
     value text not null,
     made_by text,
     expires_at timestamptz not null,
     created_at timestamptz not null,
     updated_at timestamptz not null)`,
  "create index sign_in_verification_by_identifier on sign_in_verification (identifier)",

  // Passwords that were set anew through a link, which the person is told of.
  `create table password_reset (
     id integer generated always as identity primary key,
     person_id text not null references person on delete cascade,
     at timestamptz not null,
     made_by text not null)`,
  "create index password_reset_of_person on password_reset (person_id, at)",

  // Tokens of the command line; only their SHA-256 is kept.
  `create table access_token (
     id text primary key,
     person_id text not null references person on delete cascade,
     name text not null,
     hash text not null unique,
     created_at timestamptz not null,
     expires_at timestamptz not null)`,
  // Credentials that were shown and not found right. `address`: where an attempt came from that no session made.
  `create table sign_in_attempt (
     id integer generated always as identity primary key,
     kind text not null check (kind in ('credential', 'password', 'provider')),
     name text not null,
     address text not null,
     at timestamptz not null)`,
  "create index sign_in_attempt_by_time on sign_in_attempt (at)",
  // Refusals of people nobody knows, counted by the hour until they are told in the audit log.
  `create table refused_entry (
     hour text not null,
     who text not null,
     count integer not null,
     primary key (hour, who))`,
];

export const signIn = {
  async up(database: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
