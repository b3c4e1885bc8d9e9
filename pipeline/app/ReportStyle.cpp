// SPDX-License-Identifier: EUPL-1.2
// Text and its ground have a contrast of at least 4.5 (WCAG AA); states differ in line as well as in colour.
#include "app/ReportStyle.h"

namespace scanstraat::app {

const std::string_view kReportStyle = R"css(
:root{font:15px/1.45 system-ui,"Segoe UI",sans-serif;color:#1b1b1b;background:#f3f3f3}
body{margin:0 auto;max-width:1500px;padding:1.5rem}
h1{margin:0 0 .5rem;color:#154273}h2{margin:2rem 0 .5rem;color:#154273}
h2.application{margin-top:3rem;border-top:3px solid #154273;padding-top:.5rem}
h3{margin:1.5rem 0 .5rem;overflow-wrap:anywhere}h3 small{font-weight:400}
h3::first-letter,.review p::first-letter{text-transform:uppercase}
a{color:#0b4a9c}a:focus-visible,summary:focus-visible{outline:3px solid #0b4a9c;outline-offset:2px}
small{color:#545454}code{color:#545454;font-size:.8rem}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.next{font-weight:600;white-space:nowrap}
table{border-collapse:collapse;background:#fff;width:100%}
th,td{padding:.25rem .6rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}
thead th{background:#e8eef5}tbody th{font-weight:400}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.fields{table-layout:fixed;overflow-wrap:anywhere}
.fields th:nth-child(1){width:28%}.fields th:nth-child(3){width:14%}.fields th:nth-child(4){width:20%}
.row-empty th a,.row-empty td{color:#6b6b6b}
.s-unsure{background:#fff0db}.s-unreadable{background:#fde3e3}.s-corrected-by-applicant{background:#e3eefb}
.s-verified{background:#e4f2e5}
tr:target,li:target{outline:3px solid #0b4a9c;outline-offset:-2px}
tr[id],h3[id],h2[id],details[id],li[id]{scroll-margin-top:1rem}
.tiles{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;margin:1rem 0;padding:0}
.tiles li{background:#fff;border-left:4px solid #767676;padding:.4rem 1rem}
.tiles b{display:block;font-size:1.6rem;line-height:1.2}
.tiles .t-accepted{border-color:#1b6e24}.tiles .t-review{border-color:#a04a00}.tiles .t-failed{border-color:#b3201f}
.findings{list-style:none;margin:.5rem 0;padding:0}
.finding{background:#fff6d6;border-left:4px solid #a04a00;padding:.3rem .6rem;margin:.3rem 0;overflow-wrap:anywhere}
.finding.failed{background:#fde3e3;border-color:#b3201f}.finding.note{background:#fff;border-color:#767676}
.review{background:#fff;padding:.5rem 1rem;margin:.5rem 0}.review summary{font-weight:600}
.review>div{columns:22rem;margin:.5rem 0}.review p{margin:0;font-weight:600}
.review ul{margin:0 0 .5rem;padding-left:1.2rem}.review li{break-inside:avoid;overflow-wrap:anywhere}
.review p,.review p+ul>li:first-child{break-after:avoid}
.sheet{display:grid;grid-template-columns:minmax(0,11fr) minmax(0,9fr);gap:1rem;align-items:start}
.sheet.aside{grid-template-columns:minmax(0,16rem) minmax(0,1fr)}
@media screen and (max-width:900px){.sheet{grid-template-columns:minmax(0,1fr)}}
.page{position:relative;container-type:inline-size;box-shadow:0 1px 4px #0004;background:#fff}
.page img{display:block;width:100%;height:auto}
.nopicture{margin:0;padding:2rem 1rem;background:#fff;border:1px dashed #767676}
.area,.mark,.label{position:absolute;box-sizing:border-box}
.area{border:2px solid}.area.choice{border-width:1px}.mark{border:3px solid}
.area:target{outline:4px solid #0b4a9c;outline-offset:2px}
.label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:#fff;border-radius:2px;padding:0 .35cqw;
font:600 1.29cqw/1.71cqw Arial,"Liberation Sans",Helvetica,sans-serif}
tr.cutrow td{padding-top:0}tr.headed>*{border-bottom:none}
.cut{display:block;position:relative;overflow:hidden;max-width:100%;border:1px solid #767676;margin:.15rem 0}
.cut img{position:absolute;max-width:none;height:auto}
.chip{display:inline-block;border:2px solid;padding:0 .35rem;margin:.1rem 0;color:#fff;font-size:.85rem}
.read,.verified{border-color:#1b6e24}.label.read,.label.verified,.chip.read,.chip.verified{background:#1b6e24}
.verified{border-style:double}
.corrected-by-applicant{border-color:#0b4a9c}
.label.corrected-by-applicant,.chip.corrected-by-applicant{background:#0b4a9c}
.unsure{border-color:#a04a00;border-style:dashed}.label.unsure,.chip.unsure{background:#a04a00}
.unreadable{border-color:#b3201f;border-style:dotted}.label.unreadable,.chip.unreadable{background:#b3201f}
.empty{border:1px dotted #a6a6a6}.chip.empty{color:#545454}
.crossed{border-color:#006064}.label.crossed,.chip.crossed{background:#006064}
.blackened{border-color:#3d3d3d;border-style:double}.label.blackened,.chip.blackened{background:#3d3d3d}
.recrossed{border-color:#7b2a8f}.label.recrossed,.chip.recrossed{background:#7b2a8f}
.unclear{border-color:#a04a00;border-style:dashed}.label.unclear,.chip.unclear{background:#a04a00}
.label{border:none}
@page{size:A4;margin:12mm}
@media print{
:root{font-size:9pt;background:#fff}body{max-width:none;padding:0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h2.application{break-before:page}h2,h3{break-after:avoid;break-inside:avoid}
.fields{font-size:8pt}.fields thead th{font-size:7pt}.fields th,.fields td{padding:.15rem .3rem}
tr,.page,.findings li,.tiles{break-inside:avoid}.page{box-shadow:none;border:1px solid #767676}
.next,.skip{display:none}
}
)css";

} // namespace scanstraat::app
