-- Words that an author wants to be heard right, most useful first. No patient's words.
create table author_terms (
  author_id uuid primary key references users on delete cascade,
  terms jsonb not null,
  replaced_at timestamptz not null
);
