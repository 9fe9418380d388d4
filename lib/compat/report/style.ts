/** The look of the report: light and dark as the reader has it, no fonts and no pictures from elsewhere. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1b1f24, #e6e8eb); --paper: light-dark(#ffffff, #14171a);
  --soft: light-dark(#f3f4f6, #1e2327); --line: light-dark(#d0d5dc, #3a4149); --link: light-dark(#0b57d0, #8ab4f8);
  --lossless: light-dark(#d7f0dd, #123d22); --lossy: light-dark(#fdeec2, #4a3805); --refused: light-dark(#e2e5ea, #343b43);
  --failed: light-dark(#fbd5d3, #5c1714); --mark: light-dark(#ffe08a, #6b5200); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; }
h2 { margin: 2.5rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
p { margin: .25rem 0 .75rem; }
a { color: var(--link); }
table { border-collapse: collapse; }
caption { text-align: left; padding: .25rem 0; white-space: nowrap; }
th, td { padding: .35rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th, tbody th { background: var(--soft); font-weight: 600; }
.wide { overflow-x: auto; }
.matrix td { padding: 0; text-align: center; }
.matrix td.same { padding: .35rem .6rem; color: light-dark(#6b7280, #9aa3ad); }
.matrix button { display: block; width: 100%; min-width: 6rem; padding: .35rem .6rem; border: 0; color: inherit; font: inherit;
  cursor: pointer; }
button:focus-visible, a:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: -3px; }
.lossless { background: var(--lossless); } .lossy { background: var(--lossy); }
.refused { background: var(--refused); } .failed { background: var(--failed); }
.key span { display: inline-block; margin-right: .75rem; padding: .1rem .5rem; border: 1px solid var(--line); }
ul { margin: 0; padding-left: 1.1rem; }
[popover] { width: min(70rem, 94vw); max-height: 88vh; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--paper); color: var(--ink); overflow: auto; }
[popover]::backdrop { background: rgb(0 0 0 / 45%); }
[popover] header { display: flex; justify-content: space-between; gap: 1rem; align-items: start; }
[popover] header h4 { margin: 0; font-size: 1.05rem; }
[popover] .close { padding: .25rem .75rem; font: inherit; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
.sides h5 { margin: .5rem 0 .25rem; font-size: .95rem; }
pre { margin: 0; padding: .75rem; max-height: 60vh; overflow: auto; background: var(--soft); border: 1px solid var(--line);
  font: .82rem/1.45 ui-monospace, monospace; }
mark { background: var(--mark); color: inherit; }
@media print { [popover] { display: none; } }
`;
