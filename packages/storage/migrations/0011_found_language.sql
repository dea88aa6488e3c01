-- How the language of a dictation is known, and what its upload said: `locale` becomes what was found.
alter table dictations
  add column language_origin text not null default 'given'
    check (language_origin in ('given', 'to-find', 'found', 'unsure')),
  add column given_locale text;
update dictations set given_locale = locale;
alter table dictations alter column given_locale set not null;
