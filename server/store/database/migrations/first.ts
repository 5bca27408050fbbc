import { type Kysely, sql } from "kysely";

/** Every statement by itself: PGlite prepares one at a time. */
const statements = [
  // `revision`: the newest of its files. Who changes the set holds this row until the transaction ends, so that revisions
  // are numbered in the order in which they come to stand. `imported`: digest of the folder's files as last taken in.
  // `release_name`: the name in its manifest when it was first released, by which its releases are called for good.
  `create table guideline_set (
     name text primary key check (name <> ''),
     created_at timestamptz not null,
     revision integer not null default 0,
     imported text,
     release_name text unique)`,

  // One row a save. What stands now is the newest revision of each path; one without a hash removes the file. A file of a
  // folder that is no text has no content here, only why (`unreadable`). Bytes, because PGlite reads a text without its byte
  // order mark.
  `create table revision (
     id integer generated always as identity primary key,
     set_name text not null references guideline_set,
     path text not null,
     content bytea,
     unreadable text,
     sha256 text,
     actor text not null,
     at timestamptz not null,
     note text not null default '',
     check (sha256 is null or (content is null) <> (unreadable is null)),
     check (sha256 is not null or (content is null and unreadable is null)))`,
  "create index revision_of_path on revision (set_name, path, id)",
  "create index revision_of_set on revision (set_name, id)",
  `create table document (
     set_name text not null references guideline_set,
     path text not null,
     revision_id integer not null references revision,
     sha256 text not null,
     bytes integer not null,
     primary key (set_name, path))`,

  // The way of a change. One change of a set is open at a time.
  `create table change (
     id integer generated always as identity primary key,
     set_name text not null references guideline_set,
     title text not null,
     description text not null default '',
     status text not null check (status in ('in review', 'approved', 'published', 'retired', 'withdrawn')),
     created_by text not null,
     created_at timestamptz not null,
     closed_at timestamptz)`,
  "create unique index one_open_change on change (set_name) where status in ('in review', 'approved')",
  // What was sent to review, never changed again: another state of the draft is another round. `revision`: of the draft then;
  // `files`: by revisions, so that no text is kept twice.
  `create table round (
     change_id integer not null references change,
     number integer not null,
     digest text not null,
     revision integer not null,
     release_set text not null,
     files text not null,
     authors text not null,
     base_version text,
     submitted_by text not null,
     at timestamptz not null,
     primary key (change_id, number))`,
  `create table plan (
     digest text not null,
     base_digest text not null,
     engine text not null,
     content text not null,
     at timestamptz not null,
     primary key (digest, base_digest, engine))`,
  `create table comment (
     id integer generated always as identity primary key,
     change_id integer not null references change,
     round integer not null,
     reply_to integer references comment,
     anchor text,
     text text not null,
     actor text not null,
     at timestamptz not null,
     resolved_by text,
     resolved_at timestamptz)`,
  "create index comment_of_change on comment (change_id, id)",
  `create table acknowledgment (
     change_id integer not null,
     round integer not null,
     subject text not null,
     actor text not null,
     at timestamptz not null,
     primary key (change_id, round, subject, actor),
     foreign key (change_id, round) references round)`,
  // An electronic signature on a round: who, when, what it means, and the digest of what was signed (21 CFR 11.50, 11.70).
  `create table signing (
     id integer generated always as identity primary key,
     change_id integer not null,
     round integer not null,
     meaning text not null check (meaning in ('approved', 'changes requested', 'waived', 'published')),
     gate text,
     reason text not null default '',
     digest text not null,
     actor text not null,
     actor_name text not null,
     at timestamptz not null,
     foreign key (change_id, round) references round)`,

  `create table release (
     set_name text not null,
     version text not null,
     change_id integer references change,
     digest text not null unique,
     meaning text not null,
     file text not null,
     manifest text not null,
     payload bytea not null,
     attestation text not null,
     effective_from date not null,
     effective_to date,
     published_at timestamptz not null,
     primary key (set_name, version))`,
  `create table signing_key (
     kid text primary key,
     public_key text not null,
     private_key text,
     created_at timestamptz not null,
     not_after timestamptz,
     revoked_at timestamptz,
     revoked_because text)`,
  // RFC 6962: leaves in order, and the signed tree heads that were given out.
  `create table log_entry (
     index integer primary key,
     leaf text not null,
     hash text not null)`,
  `create table tree_head (
     size integer primary key,
     signed text not null,
     at timestamptz not null)`,
  `create table yearly_review (
     set_name text not null references guideline_set,
     version text not null,
     actor text not null,
     actor_name text not null,
     note text not null,
     at timestamptz not null,
     primary key (set_name, at))`,

  // References only: what a case says is in stored_case, encrypted, and only where that is switched on.
  `create table determination (
     id text primary key,
     seq integer generated always as identity unique,
     set_name text not null,
     version text not null,
     digest text not null,
     case_digest text not null,
     record_digest text not null,
     service_date date not null,
     actor text not null,
     at timestamptz not null)`,
  "create index determination_of_set on determination (set_name, seq)",
  "create index determination_of_case on determination (case_digest, seq)",
  `create table decision (
     id integer generated always as identity primary key,
     determination_id text not null references determination,
     service text not null,
     decision text not null check (decision in ('accepted', 'overridden')),
     kind text not null default '',
     outcome text,
     content text,
     content_digest text not null,
     content_expires_at timestamptz,
     actor text not null,
     actor_name text not null,
     at timestamptz not null,
     case_path text,
     case_made_by text,
     case_made_at timestamptz)`,
  "create index decision_on_determination on decision (determination_id)",
  `create table stored_case (
     digest text primary key,
     sealed text not null,
     expires_at timestamptz not null)`,

  `create table audit (
     seq integer primary key,
     at text not null,
     actor text not null,
     action text not null,
     subject text not null,
     detail text not null,
     previous text not null,
     hash text not null)`,
  "create index audit_of_set on audit ((detail::jsonb ->> 'set'), seq)",
  // One row: whoever appends to the chain holds it until its transaction ends.
  "create table audit_head (id integer primary key check (id = 1), seq integer not null, at text not null, hash text not null)",
  `insert into audit_head values (1, 0, '', '${"0".repeat(64)}')`,
  `create function refuse_change() returns trigger language plpgsql as $$
     begin raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'P0001'; end $$`,
  ...["audit", "log_entry", "tree_head", "revision", "round", "signing"].map(
    (table) =>
      `create trigger append_only before update or delete on ${table} for each statement execute function refuse_change()`,
  ),
  ...["audit", "log_entry", "tree_head", "revision", "round", "signing"].map(
    (table) =>
      `create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change()`,
  ),

  `create table person (
     id text primary key,
     name text not null,
     email text not null,
     roles text not null,
     active boolean not null default true,
     created_at timestamptz not null)`,
  "create table setting (name text primary key, value text not null)",
];

export const first = {
  async up(database: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
