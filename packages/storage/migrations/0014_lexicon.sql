-- What a site, its departments and its authors say about words, over the starter lexicon that comes with
-- the product.

-- Whose list was taken in, and when: what came with it can be taken out again.
create table lexicon_imports (
  id bigint generated always as identity primary key,
  layer text not null check (layer in ('site', 'department', 'author')),
  -- The department or the author's user id; empty for the site.
  owner text not null,
  -- What the entries name as their source.
  source text not null,
  format text not null,
  -- Of the file as it was given.
  sha256 text not null,
  imported_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  check ((owner = '') = (layer = 'site'))
);

create table lexicon_entries (
  id bigint generated always as identity primary key,
  layer text not null check (layer in ('site', 'department', 'author')),
  owner text not null,
  import_id bigint not null references lexicon_imports,
  form text not null,
  preferred text not null,
  locale text not null check (locale in ('en', 'fr', 'en-CA', 'en-US', 'fr-CA', 'fr-FR')),
  class text not null,
  source text not null,
  status text not null check (status in ('active', 'proposed', 'retired')),
  spoken text[] not null,
  case_rule text not null,
  weight smallint not null check (weight between 1 and 5),
  -- Empty where the form stands for nothing but itself.
  expansion text not null,
  -- The newest import says what holds of a form.
  unique (layer, owner, locale, class, form, expansion)
);
create index lexicon_entries_by_import on lexicon_entries (import_id);

-- Grows with every change, so that whoever keeps a lexicon in memory knows when to read it again.
create table lexicon_version (
  only_row boolean primary key default true check (only_row),
  number bigint not null
);
insert into lexicon_version (number) values (1);
