"""Our attacks beside those of libraries: a group that needs them, and no dependency.

Without PyTorch and the libraries it is skipped. None of them is needed by anything else, and they
ask for versions that exclude one another, so they have an environment of their own, into which
torchattacks comes without its dependencies (it wants requests from 2021)::

    python3 -m venv PEERS
    PEERS/bin/pip install -e . --group test
    PEERS/bin/pip install torch torchvision foolbox adversarial-robustness-toolbox adv-lib
    PEERS/bin/pip install --no-deps torchattacks
    OPENBLAS_NUM_THREADS=1 PEERS/bin/python -m pytest tests/benchmarks/peers --benchmark-enable

``-k "report and ddn"`` takes one network and one attack.
"""
