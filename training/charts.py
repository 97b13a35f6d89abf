"""Bar charts of measured figures as SVG, on light and dark backgrounds alike, for the pages behind RESULTS.md."""

import dataclasses
import html
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH, ROW, LABELS, RIGHT = 640, 22, 250, 70
"""Extents in pixels: of the whole, of a row of bars, of what is written on either side."""
STYLE = """<style>
text { font: 12px system-ui, sans-serif; fill: #333; }
.measured { fill: #1a6b45; }
.published { fill: #b9852a; }
line { stroke: #8888; }
.curve { stroke: #1a6b45; }
@media (prefers-color-scheme: dark) { text { fill: #ddd; } .measured { fill: #4cb782; } .published { fill: #e0b25c; }
.curve { stroke: #4cb782; } }
</style>"""


@dataclasses.dataclass(frozen=True)
class Chart:
    """Which rows of a result become bars.

    Attributes:
      name: of the file.
      title: above the bars.
      rows: patterns that a row's words match as a whole, and what then stands beside its bar.
      log: whether lengths are logarithms.
    """

    name: str
    title: str
    rows: Mapping[str, str]
    log: bool = False

    def bars(self, rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, float, float | None]]:
        """Label, measured and published figure of each row that is there and was measured."""
        found = []
        for row in rows:
            match = next((m for pattern in self.rows if (m := re.fullmatch(pattern, row["what"]))), None)
            if match is not None and _is_number(row["measured"]):
                published = row["published"] if _is_number(row["published"]) else None
                found.append((match.expand(self.rows[match.re.pattern]), float(row["measured"]), published))
        return found


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def draw(chart: Chart, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """The chart of a result's rows as SVG; None where fewer than two of them are there."""
    bars = chart.bars(rows)
    values = [value for _, *pair in bars for value in pair if value is not None and math.isfinite(value)]
    if len(bars) < 2 or (chart.log and min(values) <= 0):
        return None
    both = any(published is not None for *_, published in bars)
    low, high = _range(values, chart.log)
    step = ROW * (2 if both else 1)
    height = 34 + step * len(bars) + (20 if both else 0)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" aria-label="{html.escape(chart.title)}">',
        STYLE,
        f'<text x="0" y="16" font-weight="600">{html.escape(chart.title)}</text>',
    ]
    for number, (label, measured, published) in enumerate(bars):
        top = 30 + step * number
        parts.append(f'<text x="{LABELS - 8}" y="{top + step / 2 + 2:g}" text-anchor="end">{html.escape(label)}</text>')
        kinds = [("measured", measured)] + ([("published", published)] if published is not None else [])
        for place, (kind, value) in enumerate(kinds):
            parts += _bar(kind, value, top + place * ROW * 0.9, (low, high), chart.log)
    parts.append(f'<line x1="{LABELS}" x2="{LABELS}" y1="26" y2="{30 + step * len(bars)}"/>')
    if both:
        parts.append(
            f'<text x="{LABELS}" y="{height - 4}"><tspan class="measured">■ measured here</tspan> '
            '<tspan class="published" dx="12">■ published</tspan></text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _range(values: Sequence[float], log: bool) -> tuple[float, float]:
    if not log:
        return 0.0, max(values)
    return math.floor(math.log10(min(values))), max(math.log10(max(values)), math.floor(math.log10(min(values))) + 1)


def _bar(kind: str, value: float, top: float, limits: tuple[float, float], log: bool) -> list[str]:
    low, high = limits
    share = ((math.log10(value) if log else value) - low) / (high - low or 1.0)
    length = max(share, 0.0) * (WIDTH - LABELS - RIGHT)
    said = f"{value:.1e}" if log else f"{value:.4g}"
    return [
        f'<rect class="{kind}" x="{LABELS}" y="{top:g}" width="{length:.1f}" height="{ROW * 0.75:g}" rx="2"/>',
        f'<text x="{LABELS + length + 5:.1f}" y="{top + ROW * 0.55:g}">{said}</text>',
    ]
