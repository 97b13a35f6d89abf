"""The loop that runs the dishes, with dishes that a test can watch."""


def test_playing_goes_on_after_a_single_step_that_was_still_under_way(blank):
    result = blank.evaluate(
        """async () => {
          const {Player} = await import("./js/player/player.js");
          const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
          const engine = {stepCount: 0, async steps(count) { await pause(300); this.stepCount += count; }};
          const player = new Player();
          player.setDishes([{engine, stale: false, async draw() {}, dispose() {}}]);
          const step = player.stepOnce();
          player.play();
          await step;
          for (let tries = 0; engine.stepCount < 3 && tries < 100; tries++) await pause(50);
          player.dispose();
          return [player.playing, engine.stepCount >= 3];
        }"""
    )
    assert result == [True, True]


def test_a_single_step_that_fails_is_told_and_does_not_break_the_player(blank):
    result = blank.evaluate(
        """async () => {
          const {Player} = await import("./js/player/player.js");
          const told = [];
          const engine = {async steps() { throw new Error("out of memory"); }};
          const player = new Player();
          player.on("error", (error) => told.push(error.message));
          player.setDishes([{engine, stale: false, async draw() {}, dispose() {}}]);
          await player.stepOnce();
          player.dispose();
          return [told, player.playing, player.busy];
        }"""
    )
    assert result == [["out of memory"], False, False]
