-- To whom the site writes. Letters copy from here; nothing here is about a patient's health.
create table correspondents (
  id uuid primary key,
  number text not null,
  title text not null,
  given_name text not null,
  family_name text not null,
  degrees text not null,
  specialty text not null,
  -- The address below the name, as it is to be printed.
  lines text[] not null,
  language text not null check (language in ('en', 'fr')),
  -- How letters to them begin, where it is not the usual form.
  salutation_en text not null,
  salutation_fr text not null,
  phone text not null,
  fax text not null,
  -- Name and address without case and accents: nobody is in the directory twice.
  key text not null unique,
  name_key text not null,
  -- The words by which they are found, without case and accents.
  searched text not null,
  changed_at timestamptz not null
);
create unique index correspondents_by_number on correspondents (number) where number <> '';
create index correspondents_by_name_key on correspondents (name_key);
create index correspondents_by_name on correspondents (lower(family_name), lower(given_name), id);
