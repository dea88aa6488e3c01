-- What engines give out for something else, as a site or an author has seen it: put right without asking, word for
-- word. No patient's words. A line that was removed stays, so that a report written with it can still be explained.
create table mishearings (
  id bigint generated always as identity primary key,
  layer text not null check (layer in ('site', 'author')),
  -- The author's user id; empty for the site.
  owner text not null,
  locale text not null check (locale in ('en', 'fr', 'en-CA', 'en-US', 'fr-CA', 'fr-FR')),
  heard text not null,
  meant text not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  check ((owner = '') = (layer = 'site'))
);
create unique index mishearings_in_force on mishearings (layer, owner, locale, heard) where removed_at is null;
