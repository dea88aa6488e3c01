-- Texts kept ready under a name, of an author or of the site. No patient's words.
create table macros (
  id uuid primary key,
  -- Whose own it is; null for one of the site, which everybody has.
  author_id uuid references users on delete cascade,
  locale text not null check (locale in ('en-CA', 'fr-CA', 'en-US', 'fr-FR')),
  name text not null,
  -- Other ways of saying its name.
  spoken text[] not null,
  body text not null,
  -- Grows with every change: a report names the version that it was written from.
  version integer not null default 1,
  changed_at timestamptz not null
);
create index macros_by_author on macros (author_id);

-- Every text that a macro has had: what a signed report names stays readable, also after its removal.
create table macro_versions (
  macro_id uuid not null,
  version integer not null,
  author_id uuid,
  locale text not null,
  name text not null,
  body text not null,
  changed_at timestamptz not null,
  primary key (macro_id, version)
);
