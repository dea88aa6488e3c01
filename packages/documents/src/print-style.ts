/** Fonts of the reader's machine only: a report fetches nothing. Print sizes in points. */
export const printStyle = `
:root { color-scheme: light; --ink: #1c2430; --quiet: #566273; --line: #c9d1db; --accent: #1f5f8b; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef1f5; color: var(--ink);
  font: 16px/1.55 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif; }
.report { max-width: 46rem; margin: 2rem auto; padding: 3rem 3.5rem; background: #fff;
  border-top: 4px solid var(--accent); box-shadow: 0 1px 4px rgb(28 36 48 / 15%); overflow-wrap: anywhere; }
h1 { margin: 0 0 1.25rem; font-size: 1.7rem; line-height: 1.2; font-weight: 650; }
h2 { margin: 1.6rem 0 .35rem; font-size: .86rem; letter-spacing: .06em; text-transform: uppercase;
  color: var(--accent); break-after: avoid; }
h3 { margin: 1.1rem 0 .3rem; font-size: .95rem; break-after: avoid; }
h4 { margin: .9rem 0 .2rem; font-size: .92rem; font-weight: 600; color: var(--quiet); break-after: avoid; }
h1.subject { font-size: 1.1rem; margin-bottom: 1rem; }
.fields.boxed { grid-template-columns: 1fr; gap: 0; padding: 0; border: 1px solid var(--line); border-bottom: 0; }
.fields.boxed div { border-bottom: 1px solid var(--line); } .fields.boxed dt { flex-basis: 14rem; padding: .55rem .8rem; background: #f4f6f9; }
.fields.boxed dd { padding: .55rem 0; min-height: 2.6rem; }
p { margin: 0 0 .7rem; orphans: 2; widows: 2; }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: .3rem 2rem; margin: 0 0 1.5rem;
  padding: .9rem 0; border-block: 1px solid var(--line); font-size: .92rem; }
.fields div { display: flex; gap: .6rem; }
dt { flex: 0 0 7rem; color: var(--quiet); }
dd { margin: 0; font-weight: 600; min-width: 0; }
.notice { margin: 0 0 1rem; padding: .5rem .9rem; border-left: 4px solid; font-weight: 650; font-size: .92rem; }
.notice.draft { background: #fff6dd; border-color: #b98000; color: #6b4a00; }
.notice.warning { background: #fdeaea; border-color: #b3261e; color: #8c1d18; }
.unplaced { margin-top: 2rem; padding: .2rem 1.2rem .6rem; border: 1px dashed #b98000; background: #fffaf0; }
.unplaced h2 { color: #6b4a00; }
.blank { padding: 0 .4em; background: #ffe9a8; color: #6b4a00; font-weight: 700; }
.note { color: var(--quiet); font-size: .88rem; margin-bottom: .3rem; }
.lines p { margin: 0; } .date, .to, .copies { margin-bottom: 1.4rem; } .letterhead { margin-bottom: 1.6rem; color: var(--quiet); }
.to p + p, .copies p + p { margin-top: .5rem; } .salutation { margin-bottom: 1rem; }
.closing, .signatory, .copies { margin-top: 1.6rem; break-inside: avoid; }
.signature { margin-top: 2.4rem; padding-top: .8rem; border-top: 1px solid var(--line); font-size: .92rem; }
.signature p { margin: 0; } .signature p + p { color: var(--quiet); font-size: .82rem; }
@media (max-width: 40rem) { .report { margin: 0; padding: 1.5rem; } .fields { grid-template-columns: 1fr; } }
@media print { @page { margin: 20mm 18mm; } body { background: none; font-size: 11pt; }
  .report { margin: 0; padding: 0; max-width: none; border: 0; box-shadow: none; } }
`
