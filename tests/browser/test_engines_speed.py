"""What `measure_engines.py` times is there to be timed; the promised milliseconds are judged by that command alone."""

from engine_timing import SETS, time_engines, time_families


def test_every_engine_is_timed_while_a_pattern_lives(browser, site, files, tmp_path):
    page = browser.new_page()
    page.goto(site + "blank.html")
    timings = time_engines(page, files, tmp_path, graph=False, rounds=2, length=1)
    page.close()
    assert len(timings) == len({(one.engine, one.kernel, one.size) for one in timings}) == 5
    assert all(one.living > 50 for one in timings)
    assert all(0 < one.best_ms <= one.ms for one in timings)


def test_models_made_of_others_are_timed_too(browser, site, files):
    page = browser.new_page()
    page.goto(site + "blank.html")
    timings = time_families(page, files, rounds=2, length=1)
    page.close()
    assert {"lizard under a matrix", "digit with adversaries"} <= timings.keys() <= set(SETS.values())
    assert all(one.living > 50 and 0 < one.best_ms <= one.ms for one in timings.values())
