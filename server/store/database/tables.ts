import type { ColumnType, Generated } from "kysely";

/** A moment: written as a `Date`, read as one. */
type Moment = ColumnType<Date, Date, Date>;
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** A day without a time, as `YYYY-MM-DD`, both ways. */
type Day = ColumnType<string, string, string>;
type MaybeDay = ColumnType<string | null, string | null | undefined, string | null>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** The columns as Kysely reads and writes them. Columns that hold JSON are text, decoded with a schema by who reads them. */
export interface Tables {
  guideline_set: {
    name: string;
    created_at: Moment;
    revision: ColumnType<number, number | undefined, number>;
    imported: Maybe<string>;
    release_name: Maybe<string>;
    removed_after: Maybe<number>;
  };
  revision: {
    id: Generated<number>;
    set_name: string;
    path: string;
    content: Uint8Array | null;
    unreadable: Maybe<string>;
    sha256: string | null;
    actor: string;
    at: Moment;
    note: ColumnType<string, string | undefined, string>;
  };
  document: { set_name: string; path: string; revision_id: number; sha256: string; bytes: number };
  change: {
    id: Generated<number>;
    set_name: string;
    title: string;
    description: ColumnType<string, string | undefined, string>;
    status: "in review" | "approved" | "published" | "retired" | "withdrawn";
    created_by: string;
    created_at: Moment;
    closed_at: MaybeMoment;
  };
  round: {
    change_id: number;
    number: number;
    digest: string;
    revision: number;
    release_set: string;
    files: string;
    authors: string;
    base_version: string | null;
    submitted_by: string;
    at: Moment;
  };
  attribution: {
    id: Generated<number>;
    set_name: string;
    revision: number;
    person_id: string;
    made_by: string;
    at: Moment;
  };
  plan: { digest: string; base_digest: string; engine: string; content: string; at: Moment };
  comment: {
    id: Generated<number>;
    change_id: number;
    round: number;
    reply_to: Maybe<number>;
    anchor: Maybe<string>;
    text: string;
    actor: string;
    at: Moment;
    resolved_by: Maybe<string>;
    resolved_at: MaybeMoment;
  };
  acknowledgment: { change_id: number; round: number; subject: string; actor: string; at: Moment };
  signing: {
    id: Generated<number>;
    change_id: number;
    round: number;
    meaning: "approved" | "changes requested" | "waived" | "published";
    gate: Maybe<string>;
    reason: ColumnType<string, string | undefined, string>;
    digest: string;
    actor: string;
    actor_name: string;
    at: Moment;
  };
  release: {
    set_name: string;
    version: string;
    change_id: Maybe<number>;
    digest: string;
    meaning: string;
    file: string;
    manifest: string;
    payload: Uint8Array;
    attestation: string;
    effective_from: Day;
    effective_to: MaybeDay;
    published_at: Moment;
  };
  signing_key: {
    kid: string;
    public_key: string;
    private_key: string | null;
    created_at: Moment;
    not_after: MaybeMoment;
    revoked_at: MaybeMoment;
    revoked_because: Maybe<string>;
  };
  log_entry: { index: number; leaf: string; hash: string };
  tree_head: { size: number; signed: string; at: Moment };
  yearly_review: { set_name: string; version: string; actor: string; actor_name: string; note: string; at: Moment };
  determination: {
    id: string;
    seq: Generated<number>;
    set_name: string;
    version: string;
    digest: string;
    case_digest: string;
    record_digest: string;
    service_date: Day;
    actor: string;
    at: Moment;
  };
  decision: {
    id: Generated<number>;
    determination_id: string;
    service: string;
    decision: "accepted" | "overridden";
    kind: ColumnType<string, string | undefined, string>;
    outcome: Maybe<string>;
    content: Maybe<string>;
    content_digest: string;
    content_expires_at: MaybeMoment;
    actor: string;
    actor_name: string;
    at: Moment;
    case_path: Maybe<string>;
    case_made_by: Maybe<string>;
    case_made_at: MaybeMoment;
  };
  stored_case: { digest: string; sealed: string; expires_at: Moment };
  audit: {
    seq: number;
    at: string;
    actor: string;
    action: string;
    subject: string;
    detail: string;
    previous: string;
    hash: string;
  };
  audit_head: { id: number; seq: number; at: string; hash: string };
  person: {
    id: string;
    name: string;
    email: string;
    roles: string;
    active: ColumnType<boolean, boolean | undefined, boolean>;
    created_at: Moment;
    email_verified: ColumnType<boolean, boolean | undefined, boolean>;
    image: Maybe<string>;
    updated_at: ColumnType<Date, Date | undefined, Date>;
  };
  sign_in_session: {
    id: string;
    token: string;
    person_id: string;
    signed_in_with: "password" | "provider";
    credential_at: MaybeMoment;
    expires_at: Moment;
    created_at: Moment;
    updated_at: Moment;
    ip_address: Maybe<string>;
    user_agent: Maybe<string>;
  };
  sign_in_account: {
    id: string;
    account_id: string;
    provider_id: string;
    person_id: string;
    password: Maybe<string>;
    access_token: Maybe<string>;
    refresh_token: Maybe<string>;
    id_token: Maybe<string>;
    access_token_expires_at: MaybeMoment;
    refresh_token_expires_at: MaybeMoment;
    scope: Maybe<string>;
    created_at: Moment;
    updated_at: Moment;
  };
  sign_in_verification: {
    id: string;
    identifier: string;
    value: string;
    made_by: Maybe<string>;
    expires_at: Moment;
    created_at: Moment;
    updated_at: Moment;
  };
  access_token: {
    id: string;
    person_id: string;
    name: string;
    hash: string;
    created_at: Moment;
    expires_at: Moment;
  };
  password_reset: { id: Generated<number>; person_id: string; at: Moment; made_by: string };
  sign_in_attempt: {
    id: Generated<number>;
    kind: "credential" | "password" | "provider";
    name: string;
    address: string;
    at: Moment;
  };
  refused_entry: { hour: string; who: string; count: number };
  setting: { name: string; value: string };
}
