"""A byte that changed anywhere in a release: never shown, the release before is shown in its place."""

import random

from scicity import releases

PLACES = 100


def test_one_changed_byte_at_100_places_is_refused_each_time_and_the_release_before_is_shown(small_home):
    chance = random.Random(20200831)
    before, current = releases.released()
    for number in range(PLACES):
        name = sorted([*current.files, "manifest.json"])[number % (len(current.files) + 1)]
        path = current.folder / name
        whole = path.read_bytes()
        place = chance.randrange(len(whole))
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
        assert releases.standing() == releases.Standing(before.id, "damaged", current.id, (name,)), (name, place)
        path.write_bytes(whole)
        assert releases.current() == current.id
