"""The style sheet of every HTML page: readable on a screen, on a telephone and on paper.

Contrast of every pair of colours is 7:1 or more (WCAG 2.2 asks for 4.5:1); text can be
enlarged to 400% without loss; the width of lines is held to what is comfortable to read.
"""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 100%; }
body {
  margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 60rem;
  font-family: Arial, Helvetica, "Liberation Sans", sans-serif;
  line-height: 1.5; color: #1a1a1a; background: #ffffff; overflow-wrap: break-word;
}
h1, h2, h3, caption, .box-title { line-height: 1.25; color: #14304f; }
h1 { font-size: 1.9rem; margin: 0.5rem 0 0.25rem; }
h2 {
  font-size: 1.35rem; margin: 2.25rem 0 0.5rem; padding-bottom: 0.2rem;
  border-bottom: 2px solid #14304f;
}
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.4rem; }
p, li { max-width: 46rem; }
p { margin: 0.5rem 0; }
ul, ol { margin: 0.5rem 0; padding-left: 1.5rem; }
li { margin: 0.2rem 0; }
a { color: #14304f; }
:focus-visible { outline: 3px solid #14304f; outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -999rem; top: 0; padding: 0.5rem 1rem; background: #ffffff; }
.skip:focus { left: 0.5rem; }
.marking { font-weight: bold; letter-spacing: 0.04em; text-transform: uppercase; }
.subtitle, .small, footer { color: #404040; }
.small, footer { font-size: 0.9rem; }
.wide { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { width: 100%; border-collapse: collapse; }
table.grid { table-layout: fixed; }
table.pairs { margin: 1rem 0 1.5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
caption { position: relative; text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td {
  border: 1px solid #6b6b6b; padding: 0.4rem 0.55rem; text-align: left; vertical-align: top;
  min-width: 5.5rem;
}
thead th { background: #e3eaf2; color: #14304f; }
tbody th { font-weight: normal; }
.tall td { height: 3rem; }
.pairs th { width: 30%; font-weight: bold; background: #f3f5f8; }
.box {
  border: 1px solid #14304f; border-left-width: 0.5rem; padding: 0.75rem 1rem; margin: 1rem 0;
}
.box-title { font-weight: bold; font-size: 1.15rem; margin: 0; }
.box.good { border-left-style: solid; background: #f1f6f1; }
.box.stop { border-left-style: double; background: #fbf3ea; }
.box.note { background: #f6f7f9; }
.blank { background: #fff6cc; color: #1a1a1a; padding: 0 0.15rem; }
.ref { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }
.contents ul { columns: 16rem; column-gap: 2rem; padding-left: 1.2rem; max-width: none; }
.contents li { margin: 0; break-inside: avoid; }
.contents a { display: inline-block; padding: 0.15rem 0; vertical-align: top; }
tr:target { outline: 3px solid #14304f; }
.ticks { list-style: none; padding-left: 0; }
.ticks li { display: flex; gap: 0.6rem; align-items: baseline; margin: 0.5rem 0; }
.ticks input { width: 1.5rem; height: 1.5rem; flex: none; margin: 0; align-self: flex-start; }
.space { margin: 1rem 0; }
.space p { font-weight: bold; }
.line { display: block; border-bottom: 1px solid #6b6b6b; height: 2rem; }
footer { margin-top: 3rem; border-top: 1px solid #6b6b6b; }
@media screen and (max-width: 40rem) {
  body { padding: 0.75rem 0.75rem 2rem; }
  .grid, .grid caption, .grid tbody, .grid tr, .grid th, .grid td { display: block; width: auto; }
  .grid thead { position: absolute; left: -999rem; }
  .grid tr { border: 1px solid #6b6b6b; margin: 0 0 0.75rem; }
  .grid th, .grid td { border: 0; padding: 0.25rem 0.6rem; }
  .grid tbody th { background: #f3f5f8; }
  .grid td:empty { display: none; }
  .grid td::before { content: attr(data-column) ": "; color: #404040; }
}
details { margin: 0.8rem 0; }
summary { font-weight: bold; cursor: pointer; min-height: 24px; }
@media print {
  @page {
    size: A4; margin: 16mm 16mm 18mm;
    @bottom-left { content: "Page " counter(page) " of " counter(pages); font: 9pt Arial; }
  }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.35; }
  .skip, .contents { display: none; }
  h1 { font-size: 18pt; } h2 { font-size: 13.5pt; margin-top: 6mm; } h3 { font-size: 11.5pt; }
  p { margin: 1.2mm 0; } li { margin: 0.6mm 0; }
  p, li { max-width: none; }
  h2, h3, h2 + p, h3 + p, caption, thead, .box-title { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .wide, table.pairs { margin: 2mm 0 4mm; }
  tr, .box, .space, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  th, td { padding: 0.8mm 1.6mm; font-size: 9.5pt; }
  .box { padding: 2mm 3mm; margin: 2mm 0; }
  .ref { min-height: 0; }
  .new-page { break-before: page; }
  summary { list-style: none; color: #14304f; font-size: 11.5pt; margin-top: 4mm; }
  summary::-webkit-details-marker { display: none; }
  summary { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  * { print-color-adjust: exact; }
}
"""
